/** The launcher behind the root scripts; see package.json for the flags. */
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    watch: { type: 'boolean' },
    seed: { type: 'boolean' },
    test: { type: 'boolean' },
    check: { type: 'boolean' },
    bench: { type: 'boolean' },
    new: { type: 'boolean' },
    build: { type: 'string' },
    residents: { type: 'string' },
    bookings: { type: 'string' },
  },
})

async function build(name: string): Promise<void> {
  const { buildApp, platforms } = await import('./build')
  const platform = platforms.find((known) => known === name)
  if (!platform) throw new Error(`Unknown platform ${name}: ${platforms.join(', ')}`)
  await buildApp(platform)
}

async function serveUntilStopped(): Promise<void> {
  const [{ serve }, { stopAsked }] = await Promise.all([import('./serve'), import('./stopping')])
  const stop = await serve({ watch: values.watch ?? false })
  await stopAsked
  console.log('\n  Stopping …')
  await stop()
  console.log('  ✓ Stopped; the data is kept')
}

/** The skeleton of something new. */
async function begin([what, ...words]: readonly string[]): Promise<void> {
  if (what !== 'service') throw new Error('npm run new service <noun> <name> <prefix>, e.g. repair 报修 BX')
  const today = new Date().toISOString().slice(0, 10).replaceAll('-', '')
  return (await import('./new-service')).newService(words, today)
}

/** Each command loads only what it needs. */
async function main(): Promise<void> {
  if (values.build !== undefined) return build(values.build)
  if (values.seed) return (await import('./large-seed')).generateSeed(values)
  if (values.test) return (await import('./test')).test(positionals)
  if (values.check) return (await import('./check')).check()
  if (values.new) return begin(positionals)
  if (values.bench) return (await import('./bench')).bench()
  return serveUntilStopped()
}

main().then(
  () => process.exit(process.exitCode ?? 0),
  (error: unknown) => {
    console.error(`\n  ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  },
)
