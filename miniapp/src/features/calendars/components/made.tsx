import '../calendars.css'
import { copyText } from '../../../shared/device/copy'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { calendarsText as text } from '../text'
import { OpenCalendar } from './open-calendar'

/** The address, while the page stands: to be copied, or opened. */
export function Made({ link }: { link: string }) {
  const take = () =>
    void copyText(link).then(
      () => say(text.copied),
      () => say(text.notCopied),
    )
  return (
    <Card title={text.made}>
      <Box className="calendar-link" label={text.link(link)} role="group">
        {link}
      </Box>
      <Box as="p" className="muted calendar-once">
        {text.once}
      </Box>
      <OpenCalendar link={link} />
      <Button look="ghost" onTap={take}>
        {text.copy}
      </Button>
    </Card>
  )
}
