import './children.css'
import { copyText } from '../../../shared/device/copy'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { peopleText } from '../people-text'
import { groupedCode, spokenCode } from '../words'

interface Props {
  code: string
  /** The code as it is spoken, digit by digit. */
  words: (spoken: string) => string
  onDone: () => void
}

/** A code to read out or to show: large, and for the ear one digit after the other. */
export function CodeShown({ code, words, onDone }: Props) {
  const copy = () =>
    void copyText(code).then(
      () => say(peopleText.copied),
      () => undefined,
    )
  return (
    <>
      <Box className="code-large" role="img" label={words(spokenCode(code))}>
        {groupedCode(code)}
      </Box>
      <Button look="ghost" onTap={copy}>
        {peopleText.copy}
      </Button>
      <Button onTap={onDone}>{peopleText.done}</Button>
    </>
  )
}
