import './base.css'
import { Fragment } from 'react'
import { Box } from './base/box'

/** A day and its hours in large letters: a line may end between them, never within 08:30–10:30. */
export const Unbroken = ({ words }: { words: string }) => (
  <>
    {words.split(' ').map((part, place) => (
      <Fragment key={place}>
        {place > 0 && ' '}
        <Box as="span" className="unbroken">
          {part}
        </Box>
      </Fragment>
    ))}
  </>
)
