import './ratings.css'
import type { RatingPage } from '@linli/contracts/ratings'
import type { RatingDoor } from '../door'
import type { UsedDraft } from '../draft'
import { ByOther, Early, Over, Waits } from './not-now'
import { RateForm } from './rate-form'
import { Rated } from './rated'

interface Props {
  page: RatingPage
  door: RatingDoor
  draft: UsedDraft
  fresh: boolean
}

/** The rating page in its states, by whichever door. */
export function RatingScreen({ page, door, draft, fresh }: Props) {
  if (page.rating !== null) return <Rated page={page} rating={page.rating} door={door} fresh={fresh} />
  if (door.waits) return <Waits page={page} />
  if (page.state === 'rated') return <ByOther page={page} bySlip={door.bySlip} />
  if (page.state === 'early') return <Early page={page} bySlip={door.bySlip} />
  if (page.state === 'over') return <Over page={page} bySlip={door.bySlip} />
  return <RateForm page={page} door={door} draft={draft} />
}
