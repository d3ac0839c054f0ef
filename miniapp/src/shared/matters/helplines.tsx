import '../ui/base.css'
import './matters.css'
import { helplines } from '@linli/contracts/danger-words'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'
import { dial } from '../ui/call-button'
import { mattersText } from './text'

interface Props {
  lines?: readonly { number: string; word: string }[]
}

/** Three numbers, one tap each; large, where somebody is in danger. */
export const Helplines = ({ lines = helplines }: Props) => (
  <Box className="helplines" role="group" label={mattersText.helplines}>
    {lines.map(({ number, word }) => (
      <Tap
        key={number}
        className="helpline"
        label={mattersText.dial(word, number)}
        onTap={() => dial(number)}
      >
        <Box className="helpline__number">{number}</Box>
        <Box>{word}</Box>
      </Tap>
    ))}
  </Box>
)

/** The same as one line, above the main button of every page of these. */
export const HelpBar = () => (
  <Box className="helpbar" role="group" label={mattersText.helplines}>
    <Box className="helpbar__words">{mattersText.inDanger}</Box>
    {helplines.map(({ number, word }) => (
      <Tap
        key={number}
        className="helpbar__number"
        label={mattersText.dial(word, number)}
        onTap={() => dial(number)}
      >
        {number}
      </Tap>
    ))}
  </Box>
)
