import { focusField } from '../../../shared/staff/focus-field'
import { useKeys } from '../../../shared/staff/use-keys'
import { Box } from '../../../shared/ui/base/box'
import { TextInput } from '../../../shared/ui/base/text-input'
import { boardText as text } from '../text'

const id = 'board-find'

/** Rooms are looked for by name, also those that are not drawn because they are far down. */
export function FindRoom({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  useKeys({ f: () => focusField(id) })
  return (
    <Box className="board__find" role="region" label={text.findRoom}>
      <TextInput
        id={id}
        kind="search"
        label={text.findRoom}
        placeholder={text.findHint}
        maxLength={30}
        value={words}
        onInput={onWords}
      />
    </Box>
  )
}
