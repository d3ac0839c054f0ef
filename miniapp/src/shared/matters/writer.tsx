import './feed.css'
import { lineLength } from '@linli/contracts/consultation-thread'
import { soundsDangerous } from '@linli/contracts/danger-words'
import { type ReactNode, useState } from 'react'
import { useSignal } from '../app-state/signal'
import { online } from '../device/network'
import type { Keep } from '../files/entries'
import { Field } from '../forms/field'
import { faultText } from '../http/problem-text'
import { Refusal } from '../ui/answers/refusal'
import { Box } from '../ui/base/box'
import { Button } from '../ui/button'
import { AddPictures } from './pictures'
import { Helplines } from './helplines'
import { writerText } from './text'

interface Props {
  id: string
  label: string
  words: string
  files: readonly string[]
  problem: unknown
  /** Words of danger show whom to call: to whoever asks, not to whoever answers. */
  warns: boolean
  onInput: (words: string) => void
  onAttach: Keep
  children: ReactNode
}

/** Where a line is written: what is said of it, and below it its buttons. */
export function Writer(props: Props) {
  const { id, label, words, files, problem, warns, onInput, onAttach, children } = props
  const [adding, setAdding] = useState(files.length > 0)
  const connected = useSignal(online)
  return (
    <Box className="stack">
      <Box className="writer stack">
        {warns && soundsDangerous(words) && (
          <Box role="alert" className="stack-tight">
            <Box className="strong">{writerText.danger}</Box>
            <Box className="writer__lines">
              <Helplines />
            </Box>
          </Box>
        )}
        <Refusal problem={problem} />
        {!connected && (
          <Box className="age" role="status">
            {writerText.offline}
          </Box>
        )}
        <Field
          id={id}
          tall
          label={label}
          maxLength={lineLength}
          value={words}
          fault={faultText(problem, 'body.words')}
          onInput={onInput}
        />
        {adding ? (
          <AddPictures ids={files} onChange={onAttach} />
        ) : (
          <Button look="plain" onTap={() => setAdding(true)}>
            {writerText.addPictures}
          </Button>
        )}
      </Box>
      {children}
    </Box>
  )
}
