import { together } from '../../support/together.js';

together(__filename);
