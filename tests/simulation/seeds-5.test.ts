import { testSeeds } from './seeds.ts'

testSeeds(201, 50)
