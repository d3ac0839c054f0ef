import { Fact } from '../../../shared/ui/row'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { deskText } from '../text'

/** What each key does. */
export const KeySheet = ({ onClose }: { onClose: () => void }) => (
  <Sheet title={deskText.keys.title} onClose={onClose}>
    {deskText.keys.all.map(([key, does]) => (
      <Fact key={key} name={key}>
        {does}
      </Fact>
    ))}
  </Sheet>
)
