import type { ComponentProps } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { Box } from '../../../shared/ui/base/box'

/** One of a few, below the word that says what is chosen; it is read out as the name of the group. */
export const NamedChoice = <T extends string>(props: ComponentProps<typeof Choice<T>>) => (
  <Box>
    <Box className="label" decorative>
      {props.label}
    </Box>
    <Choice {...props} />
  </Box>
)
