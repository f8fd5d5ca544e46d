// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "audience/profile.h"

namespace heliograph::ui {

/// One contact: who it is, whether they can be texted, and all that is known of them.
class PersonDialog final : public QDialog {
  Q_OBJECT
 public:
  explicit PersonDialog(const audience::Profile& person, QWidget* parent = nullptr);
};

}  // namespace heliograph::ui
