/** What the libraries export and no header declares, and why `C` does not have it. */
const internal = 'an internal function of libczmq, exported by mistake; not for its users'
export const unbound: Readonly<Record<string, string>> = {
  sha1_init: internal,
  sha1_loop: internal,
  sha1_pad: internal,
  sha1_result: internal,
  slre_compile: internal,
  slre_dump: internal,
  slre_match: internal,
  zsock_option_test: 'the self-test of the socket options; `zsock_test` and `zsockopt_test` are declared',
  zuuid_print: 'no header declares it; `zuuid_str` answers the text',
  zsock_new_dgram_checked: 'a draft without its function `zsock_new_dgram`, which is not exported',
}
