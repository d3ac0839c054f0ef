import { networkInterfaces } from 'node:os'
import QRCode from 'qrcode'

/** This machine's address for a phone in the same network, if it has one. */
function networkAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}

interface DemoPerson {
  title: string
  says: string
  community: string
}

async function demoPeople(port: number): Promise<DemoPerson[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/v1/demo-people`).catch(() => null)
  if (!answer?.ok) return []
  return ((await answer.json()) as { people: DemoPerson[] }).people
}

/** Where a phone in the same network finds the app. */
export const outsideAddress = (port: number): string => `http://${networkAddress() ?? 'localhost'}:${port}`

/** Prints what a newcomer needs next: the address, the people to sign in as, a QR code for the phone. */
export async function printInvitation(port: number, logs: string): Promise<void> {
  const outside = outsideAddress(port)
  const people = await demoPeople(port)
  console.log(`\n  Linli 邻里: http://localhost:${port}\n`)
  if (people.length) console.log('  Sign in with one tap as one of the demonstration people:')
  for (const { title, says, community } of people) console.log(`    ${title} (${community}): ${says}`)
  console.log(`\n${await QRCode.toString(outside, { type: 'terminal', small: true })}`)
  console.log(`  On a phone in the same network: ${outside}`)
  console.log(`  API: http://localhost:${port}/docs · logs: ${logs} · stop: Ctrl-C\n`)
}
