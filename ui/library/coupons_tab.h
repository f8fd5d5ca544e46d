// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "campaign/coupon_users.h"
#include "library/coupon_repository.h"
#include "ui/services.h"

class QLineEdit;
class QStandardItemModel;
class QStackedWidget;

namespace heliograph::ui {

class Button;
class Label;
class PlainTable;

/// The coupon pools with what is left in each; codes come from files, by a button or dropped.
class CouponsTab final : public QWidget {
  Q_OBJECT
 public:
  explicit CouponsTab(Services& services, QWidget* parent = nullptr);

  void refresh();
  [[nodiscard]] int count() const { return static_cast<int>(m_pools.size()); }

 public Q_SLOTS:
  /// Takes the codes of a file into the pool that is named in the field, or into one with the file's name.
  void importFile(const QString& path);

 Q_SIGNALS:
  /// The list was read; count() may be another.
  void listed();
  /// Something was changed in the workspace.
  void changed();

 private:
  QWidget* makeTable();
  QWidget* makeForm();
  void showPools(const Result<std::vector<library::CouponPool>>& pools);
  void chooseFile();
  void remove();
  void rename();
  void noteRenamed(const QString& from, const QString& to, const campaign::PoolRenaming& renaming);
  void lookUpUse();
  void say(const QString& words, bool problem);
  [[nodiscard]] const library::CouponPool* current() const;

  Services& m_services;
  std::vector<library::CouponPool> m_pools;
  QStandardItemModel* m_model;
  QStackedWidget* m_stack;
  PlainTable* m_table;
  QLineEdit* m_pool;
  QLineEdit* m_column;
  Label* m_note;
  Label* m_use;
  Button* m_rename;
  Button* m_remove;
};

}  // namespace heliograph::ui
