import './care.css'
import type { Relation } from '@linli/contracts/children'
import { relationWord } from '@linli/contracts/words'
import { Box } from '../../../shared/ui/base/box'
import type { FaceDrawing } from '../../../shared/ui/drawing'
import { Face } from '../../../shared/ui/face'
import { daysText } from '../days-text'
import type { Comer } from '../words'

const faces: Partial<Record<Relation, FaceDrawing>> = {
  mother: 'face-woman',
  father: 'face-man',
  grandparent: 'face-old',
}

/** Who may come for the child, with a face for who they are to it; the reader stands out. */
export const Comers = ({ people }: { people: readonly Comer[] }) => (
  <Box as="ul" className="comers" label={daysText.whoPicks}>
    {people.map(({ name, relation, mine }) => (
      <Box as="li" key={`${name}${relation}`} className={`comer ${mine ? 'comer--me' : ''}`}>
        <Face of={faces[relation]} />
        <Box className="strong">{mine ? daysText.you : name}</Box>
        <Box className="muted">{relationWord[relation]}</Box>
      </Box>
    ))}
  </Box>
)
