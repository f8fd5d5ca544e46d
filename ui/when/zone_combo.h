// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <vector>

#include "schedule/zone_names.h"

class QStandardItemModel;

namespace heliograph::ui {

/// A time zone by country and city, found by typing a part of either. The IANA name is understood, too.
class ZoneCombo final : public QComboBox {
  Q_OBJECT
 public:
  explicit ZoneCombo(QWidget* parent = nullptr);

  /// All zones there are. Until they are known only the one shown can be chosen.
  void offer(const std::vector<schedule::ZoneName>& zones);
  /// Shows a zone without a signal.
  void setZone(const QByteArray& id);
  [[nodiscard]] const QByteArray& zone() const { return m_zone; }

 Q_SIGNALS:
  void chosen(const QByteArray& id);
  /// What was typed is no zone; the old one is shown again.
  void notFound(const QString& typed);

 protected:
  void focusOutEvent(QFocusEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void readTyped();
  void take(int row);
  void addZone(const schedule::ZoneName& name);
  [[nodiscard]] int rowOf(const QString& typed) const;

  QStandardItemModel* m_zones;
  QByteArray m_zone;
};

}  // namespace heliograph::ui
