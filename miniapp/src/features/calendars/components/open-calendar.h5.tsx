import { calendarsText as text } from '../text'

/** The calendars of Apple open such an address by themselves; elsewhere mostly nothing would happen. */
const opens = () =>
  /iPhone|iPad|Macintosh/.test(navigator.userAgent) && !/MicroMessenger/.test(navigator.userAgent)

export const OpenCalendar = ({ link }: { link: string }) =>
  opens() ? (
    <a className="tap button button--main" href={link.replace(/^https?:/, 'webcal:')}>
      {text.open}
    </a>
  ) : null
