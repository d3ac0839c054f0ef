import type { ProgrammeSummary } from '@linli/contracts/programmes'
import { useState } from 'react'
import { go } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { faultText } from '../../../shared/http/problem-text'
import { dayOf } from '../../../shared/time/shanghai'
import { useShowFault } from '../../../shared/forms/use-show-fault'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useCopy, useProgrammes } from '../api'
import { usualDates } from '../plan'
import { listText } from '../text'
import { missingAt, useMissingFields } from '../../../shared/forms/missing-fields'

interface Props {
  community: string
  division: string
  onClose: () => void
}

const mostOffered = 6

/** A new draft with the plan of an earlier programme: only the new first day is asked. */
export function CopySheet({ community, division, onClose }: Props) {
  const query = useProgrammes(community, 'all')
  return (
    <Sheet title={listText.copyTitle} onClose={onClose}>
      <Answered query={query} blocks={[44, 48]}>
        {({ pages: answered }) => (
          <Ask
            earlier={answered
              .flatMap((page) => page.programmes)
              .filter((one) => one.community.startsWith(division) && one.phase !== 'draft')
              .sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1))
              .slice(0, mostOffered)}
            onClose={onClose}
          />
        )}
      </Answered>
    </Sheet>
  )
}

interface AskProps {
  /** The latest first. */
  earlier: readonly ProgrammeSummary[]
  onClose: () => void
}

function Ask({ earlier, onClose }: AskProps) {
  const [id, setId] = useState(earlier[0]?.id ?? null)
  const chosen = earlier.find((one) => one.id === id)
  const [startsOn, setStartsOn] = useState<string | null>(null)
  const today = dayOf(Date.now())
  const first = startsOn ?? usualDates(chosen?.kind ?? 'term', today).startsOn
  const copy = useCopy((made) => {
    onClose()
    go(pages.editProgramme(made.id))
  })
  const missing = useMissingFields()
  const problem = missing.problem ?? copy.error
  useShowFault(problem)
  const lacks = first <= today ? [missingAt('startsOn', listText.copyPast)] : []
  if (chosen === undefined) return <Box as="p">{listText.copyNone}</Box>
  return (
    <>
      <Choice
        label={listText.copyTitle}
        options={earlier.map((one) => ({ value: one.id, word: one.name }))}
        chosen={chosen.id}
        onChoose={setId}
      />
      <Refusal problem={problem?.errors.length === 0 ? problem : null} />
      <Field
        id="copy-first-day"
        kind="date"
        label={listText.copyFirst}
        help={listText.copyHelp}
        value={first}
        fault={faultText(problem, 'body.startsOn')}
        onInput={setStartsOn}
      />
      <Button
        busy={copy.isPending}
        onTap={() =>
          missing.check(lacks) && copy.mutate({ params: { id: chosen.id }, body: { startsOn: first } })
        }
      >
        {listText.copyGo}
      </Button>
    </>
  )
}
