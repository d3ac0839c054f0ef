import { safeConfig } from '../../../shared/matters/safe-config'

export default safeConfig
