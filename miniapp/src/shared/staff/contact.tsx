import type { UseMutationResult } from '@tanstack/react-query'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'
import { Button } from '../ui/button'
import { dial } from '../ui/call-button'
import { Refusal } from '../ui/answers/refusal'
import { Fact } from '../ui/row'
import type { ProblemError } from '../http/problem'
import { staffText } from './staff-text'

interface Person {
  name: string | null
  phone: string | null
}

interface Reached extends Person {
  /** Whoever filed it for them. */
  proxy?: Person | null
}

interface Props {
  id: string
  may: boolean
  contact: UseMutationResult<Reached, ProblemError, { params: { id: string } }>
}

/** Name and telephone of the resident: only after a tap, which says that it is recorded. */
export function Contact({ id, may, contact }: Props) {
  if (contact.data !== undefined) {
    const { proxy = null } = contact.data
    return (
      <>
        <Called one={contact.data} as={staffText.contactName} />
        {proxy !== null && <Called one={proxy} as={staffText.contactProxy} />}
      </>
    )
  }
  if (!may) return null
  return (
    <>
      <Refusal problem={contact.error} />
      <Box className="contact-ask">
        <Button look="plain" busy={contact.isPending} onTap={() => contact.mutate({ params: { id } })}>
          {staffText.contact}
        </Button>
      </Box>
      <Box className="muted">{staffText.contactHelp}</Box>
    </>
  )
}

const Called = ({ one: { name, phone }, as }: { one: Person; as: string }) => (
  <>
    <Fact name={as}>{name ?? staffText.contactNone}</Fact>
    <Fact name={staffText.contactPhone}>
      {phone === null ? (
        staffText.contactNone
      ) : (
        <Tap className="phone-link" onTap={() => dial(phone)}>
          {phone}
        </Tap>
      )}
    </Fact>
  </>
)
