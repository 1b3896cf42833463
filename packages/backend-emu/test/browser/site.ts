import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const HTML = '<!doctype html><meta charset="utf-8"><title>RxCL</title><script type="module" src="/page.js"></script>'

export interface Site {
  readonly url: string
  close(): Promise<void>
}

/** Serves `folder`/page.js and a page that loads it, on a free port of this machine only. Scripts may not use eval. */
export const serveSite = async (folder: string): Promise<Site> => {
  const script = await readFile(join(folder, 'page.js'))
  const server = createServer(({ url }, response) => {
    response.setHeader('content-security-policy', "default-src 'self'")
    if (url === '/') response.setHeader('content-type', 'text/html').end(HTML)
    else if (url === '/page.js') response.setHeader('content-type', 'text/javascript').end(script)
    else response.writeHead(204).end()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
