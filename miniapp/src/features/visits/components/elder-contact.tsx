import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { dial } from '../../../shared/ui/call-button'
import { Fact } from '../../../shared/ui/row'
import { useElderContact } from '../api'
import { elderText } from '../text'

const Phone = ({ number }: { number: string }) => (
  <Tap className="phone-link" onTap={() => dial(number)}>
    {number}
  </Tap>
)

/** Where somebody lives and whom to call only after a tap, which says that it is recorded. */
export function ElderContact({ id }: { id: string }) {
  const look = useElderContact()
  if (look.data === undefined)
    return (
      <Box className="visits-part">
        <Refusal problem={look.error} />
        <Button look="ghost" busy={look.isPending} onTap={() => look.mutate({ params: { id } })}>
          {elderText.contact}
        </Button>
        <Box className="muted">{elderText.contactHelp}</Box>
      </Box>
    )
  const { phone, address, emergency } = look.data
  return (
    <>
      <Fact name={elderText.phone}>{phone === null ? elderText.unknown : <Phone number={phone} />}</Fact>
      <Fact name={elderText.address}>{address ?? elderText.unknown}</Fact>
      <Fact name={elderText.emergency}>
        {emergency === null ? (
          elderText.unknown
        ) : (
          <>
            {emergency.name} <Phone number={emergency.phone} />
          </>
        )}
      </Fact>
    </>
  )
}
