import { Fact } from '../../../shared/ui/row'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { boardText } from '../text'

/** What each key does on the board. */
export const KeySheet = ({ onClose }: { onClose: () => void }) => (
  <Sheet title={boardText.allKeys.title} onClose={onClose}>
    {boardText.allKeys.all.map(([key, does], n) => (
      <Fact key={n} name={key}>
        {does}
      </Fact>
    ))}
  </Sheet>
)
