// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "audience/import_plan.h"
#include "audience/imported_person.h"
#include "storage/native_statement.h"

namespace heliograph::audience {

/// The columns of `profile` that a plan fills besides identity, times and the address's hash, in the order in which
/// bindPerson() binds them. Empty text for a property that isn't in the workspace yet.
[[nodiscard]] QStringList filledColumns(const ImportPlan& plan);

/// Binds a person's values from `position` on; what the file doesn't say is NULL. The position behind the last.
int bindPerson(storage::NativeStatement& statement, int position, const ImportPlan& plan, const ImportedPerson& person);

/// The SQL for whether the values bound from `position` on leave a profile as it is.
[[nodiscard]] QString sameValuesSql(const ImportPlan& plan, int position);

}  // namespace heliograph::audience
