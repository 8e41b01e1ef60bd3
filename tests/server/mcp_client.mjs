// Connects to /mcp with the official TypeScript SDK, lists the tools and closes, so many times.
// Run in web/: node mcp_client.mjs URL KEY TIMES. Prints the number of tools of each time.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(pathToFileURL(`${process.cwd()}/package.json`))
const { Client } = require('@modelcontextprotocol/sdk/client/index.js')
const { StreamableHTTPClientTransport } = require('@modelcontextprotocol/sdk/client/streamableHttp.js')
const [url, key, times] = process.argv.slice(2)

const counts = []
for (let n = 0; n < Number(times); n++) {
  const client = new Client({ name: 'test', version: '1' })
  const requestInit = { headers: { Authorization: `Bearer ${key}` } }
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }))
  counts.push((await client.listTools()).tools.length)
  await client.close()
}
console.log(JSON.stringify(counts))
