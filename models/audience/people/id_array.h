// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/ids.h"

namespace heliograph::audience {

/// Ids as one value that json_each() takes apart again: "[1,2,3]".
template <class IdType>
[[nodiscard]] QString idArray(const std::vector<IdType>& ids) {
  QString array;
  for (const IdType id : ids) {
    if (!array.isEmpty()) array += u',';
    array += QString::number(id.value);
  }
  return u'[' + array + u']';
}

}  // namespace heliograph::audience
