/** Who advises in the two communities, when and where, and to whom they hand over. */
import type { ReferralKind } from '@linli/contracts/consultation-thread'
import { minutesOf } from '../../../bff/src/platform/shanghai'
import { demoCommunities } from '../facilities'
import { badgeOf, demoId, officeOf } from '../people'
import { uuidOf } from '../random'
import { officeHours, type Story } from './story'
import type { Told } from './telling'

interface Desk {
  station: { id: string; division_code: string; name: string; address: string }
  duties: object[]
  told(story: Story): Omit<Told, 'number' | 'now'>
}

const town = {
  community: demoCommunities[0],
  people: { proxy: '13-proxy', volunteer: '24-volunteer', partner: '25-partner' },
  adviser: '23-legal',
  receivers: {
    mediation: '26-mediator',
    legal_aid: '35-legal-aid',
    notary: '36-notary',
    appraisal: '37-appraiser',
  },
  place: { name: '鹿城镇公共法律服务站', address: '鹿城镇便民服务中心一楼' },
}
const village = {
  community: demoCommunities[1],
  people: { proxy: '43-proxy', volunteer: '54-volunteer', partner: '55-partner' },
  adviser: '53-legal',
  receivers: {
    mediation: '56-mediator',
    legal_aid: '62-legal-aid',
    notary: '36-notary',
    appraisal: '37-appraiser',
  },
  place: { name: '光禄镇公共法律服务站', address: '光禄镇便民服务中心二楼' },
}

const workingDays = [1, 2, 3, 4, 5] as const

/** The hours of the office, on every working day. */
const dutiesOf = (accountId: string): object[] =>
  workingDays.flatMap((weekday) =>
    officeHours.map(([from, to]) => ({
      account_id: accountId,
      weekday,
      from_minute: minutesOf(from),
      to_minute: minutesOf(to),
    })),
  )

function deskOf({ community, people, adviser, receivers, place }: typeof town | typeof village): Desk {
  const division = community.slice(0, 9)
  const station = uuidOf(`legal station ${division}`)
  const receiverOf = (kind: ReferralKind) => ({
    ...badgeOf(receivers[kind]),
    office: officeOf(receivers[kind]),
  })
  return {
    station: { id: station, division_code: division, ...place },
    duties: dutiesOf(demoId(adviser)),
    told: ({ who, referral }) => ({
      community,
      person: demoId(people[who]),
      adviser: badgeOf(adviser),
      receiver: receiverOf(referral?.kind ?? 'mediation'),
      station,
    }),
  }
}

export const desks: readonly Desk[] = [deskOf(town), deskOf(village)]
