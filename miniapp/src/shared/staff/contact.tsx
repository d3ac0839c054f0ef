import type { UseMutationResult } from '@tanstack/react-query'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'
import { Button } from '../ui/button'
import { dial } from '../ui/call-button'
import { Refusal } from '../ui/answers/refusal'
import { Fact } from '../ui/row'
import type { ProblemError } from '../http/problem'
import { staffText } from './staff-text'

interface Reached {
  name: string | null
  phone: string | null
}

interface Props {
  id: string
  may: boolean
  contact: UseMutationResult<Reached, ProblemError, { params: { id: string } }>
}

/** Name and telephone of the resident: only after a tap, which says that it is recorded. */
export function Contact({ id, may, contact }: Props) {
  const phone = contact.data?.phone ?? null
  if (contact.data !== undefined) {
    return (
      <>
        <Fact name={staffText.contactName}>{contact.data.name ?? staffText.contactNone}</Fact>
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
  }
  if (!may) return null
  return (
    <>
      <Refusal problem={contact.error} />
      <Button look="plain" busy={contact.isPending} onTap={() => contact.mutate({ params: { id } })}>
        {staffText.contact}
      </Button>
      <Box className="muted">{staffText.contactHelp}</Box>
    </>
  )
}
