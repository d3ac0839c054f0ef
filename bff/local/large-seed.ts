/** `npm run seed`: the ordinary set when the database is empty, and on request the large one for measuring. */
import { seedLarge } from '../../prisma/seed/large'
import { seedWhenEmpty } from '../../prisma/seed/seed'
import { demoKeys } from './keys'
import { claimFolder } from './one-at-a-time'
import { dataFolder } from './paths'
import { step } from './progress.mjs'
import { applyMigrations, startServers } from './servers'

function wholeNumber(name: string, text: string | undefined): number {
  const number = Number(text ?? 0)
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} takes a whole number.`)
  return number
}

/** @param size how many residents and bookings to add, as written on the command line; none means no large set */
export async function generateSeed(size: {
  residents?: string | undefined
  bookings?: string | undefined
}): Promise<void> {
  const residents = wholeNumber('residents', size.residents)
  const bookings = wholeNumber('bookings', size.bookings)
  if (bookings > 0 && residents === 0) throw new Error('Bookings need residents: add --residents.')
  const release = await claimFolder(dataFolder())
  const keys = await demoKeys(dataFolder())
  const servers = await startServers(dataFolder())
  try {
    await applyMigrations(servers.databaseUrl, keys)
    await step('Looking at the data', (say) => seedWhenEmpty(servers.databaseUrl, keys, say))
    if (residents === 0) return
    const added = await step('Adding the large set', (say) =>
      seedLarge(servers.databaseUrl, keys, { residents, bookings }, say),
    )
    if (!added) console.log('  The large set is already there.')
  } finally {
    await servers.stop()
    await release()
  }
}
