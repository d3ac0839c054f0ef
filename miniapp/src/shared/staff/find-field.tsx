import '../forms/field.css'
import './find-field.css'
import { useState } from 'react'
import { pages } from '../navigation/pages'
import { go } from '../navigation/navigate'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'
import { TextInput } from '../ui/base/text-input'
import { focusField } from './focus-field'
import { lookedFor } from './looked-for'
import { staffText } from './staff-text'
import { useKeys } from './use-keys'

const id = 'desk-find'

interface Props {
  division: string
  /** What was looked for before. */
  words?: string
  busy?: boolean
  /** Where the answer stands on this very page. */
  onFind?: (words: string) => void
}

/** One field for a number, a telephone, a name, a room or a day, on every page of staff; `/` leads to it. */
export function FindField({ division, words: before = '', busy, onFind }: Props) {
  const [words, setWords] = useState(before)
  useKeys({ '/': () => focusField(id) })
  const find = () => {
    const asked = words.trim()
    if (asked === '' || busy === true) return
    lookedFor.set({ words: asked, division })
    if (onFind !== undefined) return onFind(asked)
    setWords('')
    go(pages.deskFind)
  }
  return (
    <Box className="find" role="region" label={staffText.find}>
      <Box className="find__input">
        <TextInput
          id={id}
          kind="search"
          label={staffText.findWhat}
          placeholder={staffText.findHint}
          maxLength={60}
          value={words}
          onInput={setWords}
          onEnter={find}
        />
      </Box>
      <Tap className="choice find__go" disabled={busy === true} onTap={find}>
        {busy === true ? staffText.finding : staffText.find}
      </Tap>
    </Box>
  )
}
