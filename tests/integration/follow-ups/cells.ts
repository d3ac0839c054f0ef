/** The situations of the declared table: a state, how it came about, and which conditions hold then. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { CaseState } from '../../../bff/contracts/src/case-base'
import type { TestApp } from '../../support/app'
import { bringTo, type FollowUpCast, step } from '../../support/follow-ups'
import { ok } from '../../support/story'

interface Stage {
  app: TestApp
  cast: FollowUpCast
}

export interface Cell {
  name: string
  state: CaseState
  holds: readonly string[]
  /** Everybody's own steps to it. */
  make: (stage: Stage, id: string) => Promise<unknown>
}

const unused: string[] = ['not_appealed', 'not_extended', 'not_named', 'not_supplemented', 'before_stop']
const take = ({ app, cast }: Stage, id: string, name: EndpointName, who: keyof FollowUpCast) =>
  ok(step(app, name, cast[who], id))
/** A millisecond after the hard stop of what opened on the Monday of the tests. */
const afterStop = '2026-12-14T02:12:00.001Z'

export const cells: readonly Cell[] = [
  { name: 'new', state: 'contacting', holds: [...unused], make: async () => {} },
  {
    name: 'at the unit’s turn',
    state: 'rectifying',
    holds: [...unused],
    make: ({ app, cast }, id) => bringTo(app, cast, id, 'rectifying'),
  },
  {
    name: 'at the unit’s turn, everything used once',
    state: 'rectifying',
    holds: ['before_stop', 'not_supplemented'],
    async make(stage, id) {
      await bringTo(stage.app, stage.cast, id, 'rectifying')
      await take(stage, id, 'extendFollowUp', 'township')
      await take(stage, id, 'appeal', 'grid')
      await take(stage, id, 'review', 'county')
      await take(stage, id, 'disclose', 'rater')
    },
  },
  {
    name: 'at the unit’s turn after the hard stop',
    state: 'rectifying',
    holds: ['not_appealed', 'not_extended', 'not_named', 'not_supplemented'],
    async make(stage, id) {
      await bringTo(stage.app, stage.cast, id, 'rectifying')
      stage.app.clock.set(afterStop)
    },
  },
  ...(['informing', 'verdict'] as const).map((state) => ({
    name: state,
    state,
    holds: [...unused] as string[],
    make: (stage: Stage, id: string) => bringTo(stage.app, stage.cast, id, state),
  })),
  {
    name: 'an appeal',
    state: 'reviewing',
    holds: ['appealed', 'not_extended', 'not_named', 'not_supplemented', 'before_stop'],
    make: ({ app, cast }, id) => bringTo(app, cast, id, 'reviewing', 'appeal'),
  },
  {
    name: 'a bad verdict',
    state: 'reviewing',
    holds: [...unused, 'objected'],
    make: ({ app, cast }, id) => bringTo(app, cast, id, 'reviewing'),
  },
  ...(['closed', 'overturned'] as const).map((state) => ({
    name: state,
    state,
    holds: unused,
    make: (stage: Stage, id: string) => bringTo(stage.app, stage.cast, id, state),
  })),
]
