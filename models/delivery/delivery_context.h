// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "net/secret_store.h"
#include "providers/definition_catalog.h"
#include "storage/database.h"

namespace heliograph::delivery {

/// What sending needs; all of it outlives who is given it. Usable from every thread.
struct DeliveryContext {
  const storage::Database& database;
  const Clock& clock;
  const providers::DefinitionCatalog& catalog;
  const net::SecretStore& secrets;
};

}  // namespace heliograph::delivery
