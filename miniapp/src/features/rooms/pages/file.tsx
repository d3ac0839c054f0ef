import '../components/file.css'
import { useRouter } from '@tarojs/taro'
import { decoded } from '../../../shared/navigation/current-address'
import { pages } from '../../../shared/navigation/pages'
import { InCommunities } from '../../../shared/staff/in-communities'
import { Scoped } from '../../../shared/staff/scoped'
import { Lead } from '../../../shared/ui/lead'
import { Filed } from '../components/file-form'
import { fileText } from '../file-text'

/** Staff book for somebody at the counter, or on the telephone. */
export default function FileBookingPage() {
  const { room, from, to } = useRouter().params
  const hours = from === undefined || to === undefined ? undefined : { from: decoded(from), to: decoded(to) }
  return (
    <Scoped title={fileText.title} returnTo={pages.fileBooking()} className="file-booking" opens="rooms">
      {(grant) => (
        <>
          <Lead picture="room">{fileText.lead}</Lead>
          <InCommunities grant={grant}>
            {(places) => <Filed places={places} asked={{ room, hours }} />}
          </InCommunities>
        </>
      )}
    </Scoped>
  )
}
