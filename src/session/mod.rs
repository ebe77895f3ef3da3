//! session: the stages' results, kept from one round to the next.
