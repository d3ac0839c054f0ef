import type { CaseDetail } from '@linli/contracts/cases'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { dial } from '../../../shared/ui/call-button'
import { Refusal } from '../../../shared/ui/refusal'
import { Fact } from '../../../shared/ui/row'
import { useContact } from '../api'
import { deskText } from '../text'

/** Name and telephone of the resident: only after a tap, which says that it is recorded. */
export function Contact({ one }: { one: CaseDetail }) {
  const contact = useContact()
  const phone = contact.data?.phone ?? null
  if (contact.data !== undefined) {
    return (
      <>
        <Fact name={deskText.contactName}>{contact.data.name ?? deskText.contactNone}</Fact>
        <Fact name={deskText.contactPhone}>
          {phone === null ? (
            deskText.contactNone
          ) : (
            <Tap className="phone-link" onTap={() => dial(phone)}>
              {phone}
            </Tap>
          )}
        </Fact>
      </>
    )
  }
  if (!one.canReadContact) return null
  return (
    <>
      <Refusal problem={contact.error} />
      <Button look="plain" busy={contact.isPending} onTap={() => contact.mutate({ params: { id: one.id } })}>
        {deskText.contact}
      </Button>
      <Box className="muted">{deskText.contactHelp}</Box>
    </>
  )
}
