import type { Task } from '@linli/contracts/tasks'
import { useState } from 'react'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { useProposable, usePropose } from '../api'
import { proposeText as text } from '../propose-text'

/** Whom the task fits, by name after a tap; each can be asked once, and says yes or nothing. */
export function Propose({ task: { id } }: { task: Task }) {
  const [asked, setAsked] = useState<string[]>([])
  const look = useProposable()
  const propose = usePropose()
  const ask = (volunteer: string) =>
    propose.mutate(
      { params: { id }, body: { volunteer } },
      {
        onSuccess() {
          setAsked((all) => [...all, volunteer])
          say(text.said)
        },
      },
    )
  const seen = look.data
  return (
    <Card title={text.title}>
      <Box className="muted">{text.help}</Box>
      <Refusal problem={propose.error ?? look.error} />
      {seen === undefined ? (
        <>
          <Button look="ghost" busy={look.isPending} onTap={() => look.mutate({ params: { id } })}>
            {text.see}
          </Button>
          <Box className="muted">{text.seeHelp}</Box>
        </>
      ) : (
        <>
          <Box>{text.asked(seen.asked + asked.length)}</Box>
          {seen.people.length === 0 && <Box className="muted">{text.none}</Box>}
          {seen.people.map(({ volunteer, name, why }) => (
            <Box key={volunteer} className="td-person">
              <Box className="strong">{name}</Box>
              {why.length > 0 && <Box className="muted">{why.map((one) => text.why[one]).join('，')}</Box>}
              {asked.includes(volunteer) ? (
                <Box>{text.done}</Box>
              ) : (
                <Button
                  look="ghost"
                  label={text.askName(name)}
                  busy={propose.isPending && propose.variables.body.volunteer === volunteer}
                  onTap={() => ask(volunteer)}
                >
                  {text.ask}
                </Button>
              )}
            </Box>
          ))}
        </>
      )}
    </Card>
  )
}
