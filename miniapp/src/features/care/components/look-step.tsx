import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { handText } from '../text'
import type { Handover, ToLook } from '../use-handover'

/** Two names that are almost one: the carer looks. Whoever stands before the screen reads nothing but the names. */
export function LookStep({ look, hand }: { look: ToLook; hand: Handover }) {
  const [one] = look.alike
  if (!one) return null
  return (
    <>
      <Box as="p" className="title" role="alert">
        {handText.alikeTitle}
      </Box>
      <Box className="care-look">
        <Name label={handText.alikeSaid} name={one.said} />
        <Name label={handText.alikeName} name={one.name} />
      </Box>
      <Box as="p" className="strong">
        {one.alike.map((each) => handText.alikeWhy[each]).join('，')}
      </Box>
      <Box as="p">{handText.alikeHelp}</Box>
      <Button look="ghost" onTap={() => hand.decide(look, true)}>
        {handText.alikeSame}
      </Button>
      <Button look="ghost" onTap={() => hand.decide(look, false)}>
        {handText.alikeOther}
      </Button>
      <Button look="plain" onTap={hand.back}>
        {handText.no}
      </Button>
    </>
  )
}

const Name = ({ label, name }: { label: string; name: string }) => (
  <Box className="care-look__name">
    <Box className="muted">{label}</Box>
    <Box className="title">{name}</Box>
  </Box>
)
