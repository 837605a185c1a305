import type { EntityManager } from 'typeorm';
import { letInAs } from './access-grants.repository.js';
