import type { Child } from '@linli/contracts/children'
import { schoolGradeWord } from '@linli/contracts/words'
import type { ReactNode } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { childText } from '../text'
import { notConsented } from '../words'

/** What keeps the page from going on is said first: no consent in force, or papers that staff have not seen. */
export function Missing({ child }: { child: Child }) {
  if (child.doubled)
    return (
      <Said title={childText.doubled} help={childText.doubledHelp}>
        <Button look="plain" to={pages.joinChild}>
          {childText.doubledJoin}
        </Button>
      </Said>
    )
  if (child.consented && child.gradeAsked)
    return (
      <Said title={childText.gradeAsked(schoolGradeWord[child.grade] ?? '')} help={childText.gradeAskedHelp}>
        <Button look="plain" to={pages.editChild(child.id)}>
          {childText.gradeEdit}
        </Button>
      </Said>
    )
  return child.consented ? null : <Said {...notConsented(child)} />
}

interface SaidProps {
  title: string
  help: string
  children?: ReactNode
}

export const Said = ({ title, help, children }: SaidProps) => (
  <Box className="notice-box" role="status">
    <Box className="strong">{title}</Box>
    <Box>{help}</Box>
    {children}
  </Box>
)
