import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { homeText } from '../text'

export function BuildingSheet({ name, onClose }: { name: string; onClose: () => void }) {
  const phone = usePhone(null)
  return (
    <Sheet title={homeText.buildingTitle(name)} onClose={onClose}>
      <Box>{homeText.buildingHelp}</Box>
      <Button onTap={() => dial(phone)}>{`${homeText.callCommunity} ${phone}`}</Button>
    </Sheet>
  )
}
