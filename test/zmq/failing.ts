import { runCode } from '../helpers/child.ts'

/**
 * What a call throws in a process in which a C function fails with EINVAL, as it does in other builds of the library
 * or when memory is short.
 *
 * @param name - The C function.
 * @param result - What it answers when it fails.
 * @param call - An expression; it may use the namespaces and `socket`.
 */
export async function thrownWhenFailing(name: string, result: '-1' | 'null', call: string): Promise<string> {
  const { stdout } = await runCode(`
    import { C, zcert, zctx, zmq, zpoller, zsocket, zsys } from '$src/index.ts'
    const socket = zsocket.new(zctx.new(), zmq.PULL)
    const item = [{ socket: null, fd: 0, events: 0, revents: 0 }]
    C.zmq_poll(item, -1, 0)
    Object.defineProperty(C, '${name}', { value: () => { C.zmq_poll(item, -1, 0); return ${result} } })
    try { ${call} } catch (error) { console.log(error.name, error.code, error.syscall) }`)
  return stdout.trim()
}
