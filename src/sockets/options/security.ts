/** What a GSSAPI principal is. */
export type PrincipalNameType = 'hostBased' | 'userName' | 'krb5Principal'

/** Options of authentication and encryption. */
export interface SecurityOptions {
  /**
   * Whether this end is the server of PLAIN; `false` at first.
   *
   * C: `ZMQ_PLAIN_SERVER`
   */
  plainServer: boolean
  /**
   * The user name for PLAIN, up to 255 bytes; `null` (at first) when PLAIN is not used, and ends its use.
   *
   * C: `ZMQ_PLAIN_USERNAME`
   */
  plainUsername: string | null
  /**
   * The password for PLAIN, up to 255 bytes; `null` (at first) when PLAIN is not used, and ends its use.
   *
   * C: `ZMQ_PLAIN_PASSWORD`
   */
  plainPassword: string | null
  /**
   * Whether this end is the server of CURVE; `false` at first.
   *
   * C: `ZMQ_CURVE_SERVER`
   */
  curveServer: boolean
  /**
   * This end's public key: 40 characters of Z85; `null` at first; it cannot be unset.
   *
   * C: `ZMQ_CURVE_PUBLICKEY`
   */
  curvePublicKey: string | null
  /**
   * This end's secret key: 40 characters of Z85; `null` at first; it cannot be unset.
   *
   * C: `ZMQ_CURVE_SECRETKEY`
   */
  curveSecretKey: string | null
  /**
   * The server's public key: 40 characters of Z85; `null` at first; it cannot be unset.
   *
   * C: `ZMQ_CURVE_SERVERKEY`
   */
  curveServerKey: string | null
  /**
   * Whether this end is the server of GSSAPI; `false` at first.
   *
   * C: `ZMQ_GSSAPI_SERVER`
   */
  gssapiServer: boolean
  /**
   * The principal of this end, up to 255 bytes; `null` at first; it cannot be unset.
   *
   * C: `ZMQ_GSSAPI_PRINCIPAL`
   */
  gssapiPrincipal: string | null
  /**
   * The principal of the server, up to 255 bytes; `null` at first; it cannot be unset.
   *
   * C: `ZMQ_GSSAPI_SERVICE_PRINCIPAL`
   */
  gssapiServicePrincipal: string | null
  /**
   * Whether GSSAPI only authenticates; `false` at first: it encrypts, too.
   *
   * C: `ZMQ_GSSAPI_PLAINTEXT`
   */
  gssapiPlainText: boolean
  /**
   * What the principal of this end is; `'hostBased'` at first.
   *
   * C: `ZMQ_GSSAPI_PRINCIPAL_NAMETYPE`
   */
  gssapiPrincipalNameType: PrincipalNameType
  /**
   * What the principal of the server is; `'hostBased'` at first.
   *
   * C: `ZMQ_GSSAPI_SERVICE_PRINCIPAL_NAMETYPE`
   */
  gssapiServicePrincipalNameType: PrincipalNameType
  /**
   * The domain that authentication is told, up to 255 bytes; `null` at first; it cannot be unset.
   *
   * C: `ZMQ_ZAP_DOMAIN`
   */
  zapDomain: string | null
  /**
   * Whether authentication needs a domain; `false` at first.
   *
   * C: `ZMQ_ZAP_ENFORCE_DOMAIN`
   */
  zapEnforceDomain: boolean
  /**
   * This end's private key for WSS: PEM text; `null` at first. Draft.
   *
   * C: `ZMQ_WSS_KEY_PEM`
   */
  wssKeyPem: string | null
  /**
   * This end's certificate for WSS: PEM text; `null` at first. Draft.
   *
   * C: `ZMQ_WSS_CERT_PEM`
   */
  wssCertPem: string | null
  /**
   * Certificates that are trusted for WSS: PEM text; `null` at first. Draft.
   *
   * C: `ZMQ_WSS_TRUST_PEM`
   */
  wssTrustPem: string | null
  /**
   * The name that the server's certificate must have for WSS, up to 255 bytes; `null` at first. Draft.
   *
   * C: `ZMQ_WSS_HOSTNAME`
   */
  wssHostname: string | null
  /**
   * Whether WSS trusts what the system trusts; `false` at first. Draft.
   *
   * C: `ZMQ_WSS_TRUST_SYSTEM`
   */
  wssTrustSystem: boolean
}
