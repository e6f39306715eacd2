// A process of its own for the tests of interrupted conversions: converts the library given as argument to sealed and to plain, again and
// again, saying before each which way, until it is killed.
import { convertLibrary } from '../../../../main/library/sealing/convert.ts'
import { expectSuccess } from '../plain-support.ts'
import { conversionOf, plainly, sealing, secret } from './convert-support.ts'

const [, , folder = ''] = process.argv
for (let isSealed = false; ; isSealed = !isSealed) {
  const wanted = isSealed ? plainly : sealing
  console.log(wanted.to)
  expectSuccess(await convertLibrary(conversionOf(folder), isSealed ? secret : null, wanted))
}
