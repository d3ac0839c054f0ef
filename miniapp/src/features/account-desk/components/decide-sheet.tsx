import type { ProposedNumber } from '@linli/contracts/accounts'
import { useState } from 'react'
import { faultText } from '../../../shared/http/problem-text'
import { say } from '../../../shared/ui/page/say'
import { missingWords } from '../../../shared/forms/missing-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Fact } from '../../../shared/ui/row'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useDecide } from '../api'
import { accountText, papersWord } from '../text'

interface Props {
  one: ProposedNumber
  onClose: () => void
}

/** The second member of staff sees the papers, too, and proves it by the name on them. */
export function DecideSheet({ one, onClose }: Props) {
  const [name, setName] = useState('')
  const decide = useDecide(onClose)
  const send = (body: { approve: boolean; name?: string }, done: string) =>
    decide.mutate({ params: { id: one.id }, body }, { onSuccess: () => say(done) })
  const approve = () => send({ approve: true, name: name.trim() }, accountText.approved)
  const problem = decide.error
  return (
    <Sheet title={accountText.decideTitle} onClose={onClose}>
      <NumberFacts one={one} />
      {one.joins && <Box className="notice-box">{accountText.joinsHelp}</Box>}
      <Refusal problem={problem?.errors.length === 0 ? problem : null} />
      <Field
        id="papers-name"
        kind="text"
        label={accountText.papersName}
        help={accountText.papersNameHelp}
        maxLength={60}
        value={name}
        fault={faultText(problem, 'body.name')}
        onInput={setName}
      />
      <Button
        busy={decide.isPending}
        needs={missingWords([[name.trim() !== '', accountText.papersName]])}
        onTap={approve}
      >
        {accountText.approve}
      </Button>
      <Button
        look="ghost"
        busy={decide.isPending}
        onTap={() => send({ approve: false }, accountText.rejected)}
      >
        {accountText.reject}
      </Button>
    </Sheet>
  )
}

export const NumberFacts = ({ one }: { one: ProposedNumber }) => (
  <Box>
    <Fact name={accountText.from}>{one.oldPhone ?? '—'}</Fact>
    <Fact name={accountText.to}>{one.newPhone}</Fact>
    <Fact name={accountText.papers}>{papersWord[one.papers]}</Fact>
    <Fact name={accountText.first}>{one.proposedBy}</Fact>
  </Box>
)
