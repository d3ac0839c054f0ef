import type { ChildSummary } from '@linli/contracts/children'
import { useState } from 'react'
import { replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { momentWords } from '../../../shared/time/time-words'
import { say } from '../../../shared/ui/page/say'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { Page } from '../../../shared/ui/page/page'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useEndLink, useTakeBack } from '../api'
import { peopleText } from '../people-text'
import { childText, childrenText } from '../text'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { Said } from './missing'

/** A child of which nothing is read now: staff do not know this guardian yet, or it is frozen. Both say what to do next. */
export function Withheld({ child }: { child: ChildSummary }) {
  const phone = usePhone(null)
  return (
    <Page title={child.nickname} bar={<Button onTap={() => dial(phone)}>{childText.call}</Button>}>
      {child.frozen === null ? <Unknown child={child} /> : <Frozen child={child} frozen={child.frozen} />}
    </Page>
  )
}

function Unknown({ child }: { child: ChildSummary }) {
  const [leaving, setLeaving] = useState(false)
  const end = useEndLink(() => {
    say(peopleText.ended)
    replaceWith(pages.children)
  }, child.id)
  return (
    <Said title={childText.readOnly} help={childText.readOnlyHelp}>
      <Button look="plain" onTap={() => setLeaving(true)}>
        {childText.leave}
      </Button>
      {leaving && (
        <ConfirmSheet
          title={peopleText.endAsk}
          lines={[peopleText.endMineHelp]}
          yes={peopleText.endYes}
          no={childrenText.keep}
          busy={end.isPending}
          problem={end.error}
          onYes={() => end.mutate({ params: { id: child.linkId } })}
          onClose={() => setLeaving(false)}
        />
      )}
    </Said>
  )
}

interface FrozenProps {
  child: ChildSummary
  frozen: NonNullable<ChildSummary['frozen']>
}

function Frozen({ child, frozen }: FrozenProps) {
  const now = useNow()
  const take = useTakeBack(() => say(childText.tookBack))
  const until = momentWords(frozen.finalAt, now)
  const asked = momentWords(frozen.askedAt, now)
  const help = frozen.mine ? childText.frozenMine(asked, until) : childText.frozenOther(asked, until)
  return (
    <>
      <Said title={childText.frozen[frozen.what]} help={help}>
        <Refusal problem={take.error} />
        {frozen.mine && (
          <Button
            look="plain"
            busy={take.isPending}
            onTap={() => take.mutate({ params: { id: child.id }, body: {} })}
          >
            {childText.takeBack}
          </Button>
        )}
      </Said>
      <Box as="p" className="muted">
        {childText.frozenCare}
      </Box>
    </>
  )
}
