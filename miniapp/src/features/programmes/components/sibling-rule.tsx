import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Choice as OneOf } from '../../../shared/forms/choice'
import { programmeText } from '../text'
import type { Choice, SiblingRule as Rule } from '../use-choice'

const rules: readonly Rule[] = ['any', 'all']
const options = rules.map((value) => ({ value, word: programmeText.siblingWord[value] }))

/** Asked only of two or more: all together, or as many as there are places. */
export function SiblingRule({ choice }: { choice: Choice }) {
  if (choice.chosen.length < 2) return null
  return (
    <Card title={programmeText.siblings}>
      <OneOf
        label={programmeText.siblings}
        options={options}
        chosen={choice.siblings}
        onChoose={choice.setSiblings}
      />
      <Box as="p" className="muted" live>
        {choice.siblings === null ? programmeText.siblingAsk : programmeText.siblingHelp[choice.siblings]}
      </Box>
    </Card>
  )
}
