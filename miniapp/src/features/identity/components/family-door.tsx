import { useMode } from '../../../shared/app-state/display-mode'
import { pages } from '../../../shared/navigation/pages'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { identityText } from '../text'

/** The way to one's children. In large text the door at home opens on them, so the sign-up has its way here. */
export function FamilyDoor() {
  const elder = useMode() === 'elder'
  return (
    <Card>
      <Row icon="care" title={identityText.children} under={identityText.childrenHelp} to={pages.children} />
      {elder && (
        <Row
          icon="cal"
          title={identityText.programmes}
          under={identityText.programmesHelp}
          to={pages.programmes}
        />
      )}
    </Card>
  )
}
