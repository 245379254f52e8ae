/** What is not called by chance, or not with everything, and why. A test proves that each entry is still there. */

/** Not called at all. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'new CzmqError':
    'an Error of JavaScript: what cannot be text is the engine’s TypeError, as for every Error',
  'Certificate#Symbol(nodejs.util.inspect.custom)': 'node:util calls it, with a function that it has itself',
}

/** An address is taken on trust, because nothing can tell whether something is there; so it gets no bigint. */
export const ADDRESSES: Readonly<Record<string, string>> = {
  'zactor.wrap': 'pointer',
  'zsock.wrap': 'pointer',
  'zsocket.wrap': 'pointer',
  'zctx.shadowZmqCtx': 'zmqctx',
}

/** These may block as long as they are told, so they are not told to for long. */
export const WAITING: Readonly<Record<string, string>> = {
  'zmq.poll': 'timeout',
  'zpoller.wait': 'timeout',
  'zsocket.poll': 'msecs',
}

/** What these promise may never come: nothing but a signal ends it. */
export const WITHOUT_END: Readonly<Record<string, string>> = {
  'CertificateStore#changes, next': 'it watches a directory',
}

/** Not tried in every state. */
export const LASTING: Readonly<Record<string, string>> = {
  'zauth.new': 'it starts a thread',
}
